package studio.feed.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studio.feed.document.Safeguard;
import studio.feed.frame.AudienceVersion;
import studio.feed.frame.Frame;
import studio.feed.frame.Problem;
import studio.feed.frame.Vector;
import studio.feed.source.Source;
import studio.feed.source.Standing;
import studio.feed.source.Subject;

/**
 * All sessions that are served from one source. A subject has one session, the one that began last; a change reaches the sessions of
 * the audiences that changed and looks at no other.
 */
public final class Hub {

    /** How long a session that another one took the place of should stay away. */
    private static final Duration AWAY = Duration.ofSeconds(60);

    private final Source source;
    private final Admission admission;
    private final Set<Safeguard> safeguards;
    private final Map<Long, ServerSession> sessions = new HashMap<>();
    private final Map<Subject, Long> bySubject = new HashMap<>();
    private final Map<String, Set<Long>> byAudience = new HashMap<>();

    /**
     * What a session wants to have done.
     *
     * @param session the number that the session was opened with
     * @param output  what is to be done
     */
    public record Out(long session, Output output) {}

    /** A hub that lets in as many as {@code admission} says, which several hubs can share. */
    public Hub(Source source, Admission admission) {
        this(source, admission, Safeguard.all());
    }

    /** A hub with less than all safeguards, for the test that shows why they are there. */
    public Hub(Source source, Admission admission, Set<Safeguard> safeguards) {
        this.source = source;
        this.admission = admission;
        this.safeguards = Set.copyOf(safeguards);
    }

    /** Somebody has connected whose certificate names that subject and ends then. */
    public void open(long session, Subject subject, Instant notAfter, Instant now) {
        sessions.put(session, new ServerSession(subject, source, notAfter, now, safeguards));
    }

    /** How many sessions there are. */
    public int size() {
        return sessions.size();
    }

    /** A frame came. */
    public List<Out> receive(long session, Frame.Up frame, Instant now) {
        ServerSession receiver = sessions.get(session);
        if (receiver == null) {
            return List.of();
        }
        List<Out> out = new ArrayList<>();
        if (frame instanceof Frame.Hello hello && !mayEnter(session, receiver, hello, now, out)) {
            return out;
        }
        collect(session, receiver.receive(frame, now), out);
        if (frame instanceof Frame.Hello) {
            index(session, receiver);
        }
        return out;
    }

    private boolean mayEnter(long session, ServerSession entering, Frame.Hello hello, Instant now, List<Out> out) {
        Duration retryAfter = entering.isServing() ? Duration.ZERO : admission.ask(now);
        if (!retryAfter.isZero()) {
            close(session, new Problem(Problem.BUSY, "too many come at once"), retryAfter, out);
            return false;
        }
        Optional<Long> present = Optional.ofNullable(bySubject.get(entering.subject()))
                .filter(other -> other != session && safeguards.contains(Safeguard.NEWEST_SESSION));
        boolean late = present.map(sessions::get)
                .filter(other -> other.isLaterThan(hello))
                .isPresent();
        present.ifPresent(other -> close(
                late ? session : other,
                new Problem(Problem.SUPERSEDED, "another session of this subject began later"),
                AWAY,
                out));
        if (late) {
            return false;
        }
        bySubject.put(entering.subject(), session);
        return true;
    }

    private void close(long session, Problem problem, Duration retryAfter, List<Out> out) {
        ServerSession closing = sessions.get(session);
        if (closing != null) {
            List<Output> outputs = new ArrayList<>();
            closing.close(problem, retryAfter, outputs);
            collect(session, outputs, out);
        }
    }

    private void collect(long session, List<Output> outputs, List<Out> out) {
        outputs.forEach(output -> out.add(new Out(session, output)));
        ServerSession present = sessions.get(session);
        if (present != null && !present.isOpen()) {
            closed(session);
        }
    }

    /** What came cannot be read, or the server goes away: the session is over. */
    public List<Out> refuse(long session, Problem problem, Duration retryAfter) {
        List<Out> out = new ArrayList<>();
        close(session, problem, retryAfter, out);
        return out;
    }

    /** The connection of a session is gone. */
    public void closed(long session) {
        ServerSession closed = sessions.remove(session);
        if (closed != null) {
            bySubject.remove(closed.subject(), session);
            unindex(session, closed);
        }
    }

    /** The source has changed for those audiences. */
    public List<Out> changed(Collection<String> audiences, Instant now) {
        Set<Long> concerned = new LinkedHashSet<>(byAudience.getOrDefault(Subject.EVERYTHING, Set.of()));
        audiences.forEach(audience -> concerned.addAll(byAudience.getOrDefault(audience, Set.of())));
        List<Out> out = new ArrayList<>();
        for (long session : concerned) {
            Optional.ofNullable(sessions.get(session)).ifPresent(present -> {
                if (present.subject() instanceof Subject.Site site && audiences.contains(site.audience())) {
                    index(session, present);
                }
                collect(session, present.changed(now), out);
            });
        }
        return out;
    }

    /** What was sent to a session has gone. */
    public List<Out> drained(long session, Instant now) {
        List<Out> out = new ArrayList<>();
        Optional.ofNullable(sessions.get(session)).ifPresent(present -> collect(session, present.drained(now), out));
        return out;
    }

    /** Time has passed; about once a second. */
    public List<Out> tick(Instant now) {
        List<Out> out = new ArrayList<>();
        for (long session : List.copyOf(sessions.keySet())) {
            Optional.ofNullable(sessions.get(session)).ifPresent(present -> collect(session, present.tick(now), out));
        }
        return out;
    }

    /** Answers a subject, if it has a session: with what became of a decision, a certificate, a wish for its status. */
    public List<Out> answer(Subject subject, Frame.Down frame) {
        Long session = bySubject.get(subject);
        return session == null ? List.of() : List.of(new Out(session, new Output.Send(frame)));
    }

    /** What that subject last acknowledged, if it has a session. */
    public Optional<Vector> acknowledged(Subject subject) {
        return Optional.ofNullable(bySubject.get(subject)).map(sessions::get).map(ServerSession::acked);
    }

    private void index(long session, ServerSession indexed) {
        unindex(session, indexed);
        indexed.setIndexed(
                switch (indexed.subject()) {
                    case Subject.Home home -> List.of(Subject.EVERYTHING);
                    case Subject.Site site -> audiences(site);
                });
        indexed.indexed()
                .forEach(audience -> byAudience
                        .computeIfAbsent(audience, key -> new LinkedHashSet<>())
                        .add(session));
    }

    private List<String> audiences(Subject.Site site) {
        Stream<String> document = source.standing(site) instanceof Standing.Known known
                ? known.vector().versions().stream().map(AudienceVersion::audience)
                : Stream.empty();
        return Stream.concat(Stream.of(site.audience()), document).distinct().toList();
    }

    private void unindex(long session, ServerSession indexed) {
        for (String audience : indexed.indexed()) {
            Set<Long> members = byAudience.getOrDefault(audience, Set.of());
            if (members.remove(session) && members.isEmpty()) {
                byAudience.remove(audience);
            }
        }
        indexed.setIndexed(List.of());
    }
}
