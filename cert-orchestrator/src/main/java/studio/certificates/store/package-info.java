/** The orchestrator's own schema in the database. */
@NullMarked
package studio.certificates.store;

import org.jspecify.annotations.NullMarked;
