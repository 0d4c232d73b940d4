/** The orchestrator as a service. */
@NullMarked
package studio.certificates.service;

import org.jspecify.annotations.NullMarked;
