/**
 * The process manager: {@link studio.certificates.process.Orchestrator} reads the log into the ledger, works at what is due, and puts what
 * follows into the outbox, each in a transaction; what is in the outbox is given as commands. Ids of commands follow from their causes, and
 * the signer gives the same answer again, so that it may be interrupted anywhere.
 */
@NullMarked
package studio.certificates.process;

import org.jspecify.annotations.NullMarked;
