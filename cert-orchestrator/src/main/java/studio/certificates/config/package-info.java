/** What the certificate orchestrator can be told. */
@NullMarked
package studio.certificates.config;

import org.jspecify.annotations.NullMarked;
