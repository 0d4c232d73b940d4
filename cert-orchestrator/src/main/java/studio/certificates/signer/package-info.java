/**
 * Who signs: {@link studio.certificates.signer.Signer} is what the orchestrator asks, and the built-in authority on Bouncy Castle is the
 * one that there is. Authorities' keys are made here, lie sealed in the database and never leave.
 */
@NullMarked
package studio.certificates.signer;

import org.jspecify.annotations.NullMarked;
