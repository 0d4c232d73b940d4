package studio.command.rest;

import studio.schema.CommandOutcome;

/** What can be said of a command when its wait is over. */
sealed interface Answer {

    /**
     * It is decided and was accepted.
     *
     * @param outcome what became of it
     * @param receipt what is told of it
     */
    record Done(CommandOutcome outcome, Receipt receipt) implements Answer {}

    /**
     * It is stored and will be decided.
     *
     * @param commandId the command
     */
    record UnderWay(String commandId) implements Answer {}
}
