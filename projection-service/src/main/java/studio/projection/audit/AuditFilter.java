package studio.projection.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import studio.schema.Schemas;

/**
 * Which entries are wanted: those that match all that is given.
 *
 * @param stream    the stream
 * @param type      the event's or command's name, with or without its namespace
 * @param actor     the name of whoever gave the command
 * @param outcome   accepted or refused
 * @param subject   the entity that it is about, as kind/name
 * @param commandId the command
 * @param since     the first moment
 * @param until     the moment after the last
 */
public record AuditFilter(
        Optional<String> stream,
        Optional<String> type,
        Optional<String> actor,
        Optional<Outcome> outcome,
        Optional<String> subject,
        Optional<String> commandId,
        Optional<Instant> since,
        Optional<Instant> until) {

    /** Everything. */
    public static final AuditFilter ALL = new AuditFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The full names that the wanted type can have. */
    Optional<List<String>> typeNames() {
        return type.map(
                name -> name.contains(".") ? List.of(name) : List.of(Schemas.EVENTS + name, Schemas.COMMANDS + name));
    }

    /** The same for one outcome, unless it names one already. */
    public AuditFilter orElse(Outcome usual) {
        return new AuditFilter(
                stream, type, actor, outcome.or(() -> Optional.of(usual)), subject, commandId, since, until);
    }

    /** Says whether an entry is wanted. */
    public boolean matches(AuditEntry entry) {
        return matches(stream, wanted -> wanted.equals(entry.stream().toString()))
                && matches(typeNames(), wanted -> wanted.contains(entry.type()))
                && matches(actor, wanted -> wanted.equals(entry.cause().actor().name()))
                && matches(outcome, wanted -> wanted == Outcome.of(entry.place().topic()))
                && matches(subject, wanted -> wanted.equals(entry.subject()))
                && matches(commandId, wanted -> wanted.equals(entry.cause().commandId()))
                && matches(since, wanted -> !entry.occurredAt().isBefore(wanted))
                && matches(until, wanted -> entry.occurredAt().isBefore(wanted));
    }

    private static <T> boolean matches(Optional<T> wanted, Predicate<T> condition) {
        return wanted.isEmpty() || condition.test(wanted.get());
    }
}
