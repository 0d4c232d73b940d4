package studio.feed.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import studio.feed.frame.Frame;
import studio.feed.server.Admission;
import studio.feed.server.Hub;
import studio.feed.server.Output;
import studio.feed.source.Source;
import studio.feed.source.Subject;

/** What a wire's upper end is fixed to: a hub, at the centre or at a home. */
final class Above {

    private static final Duration VALIDITY = Duration.ofHours(6);

    private final World world;
    private final BiConsumer<Subject, Frame.Up> told;
    private final Map<Long, Wire> wires = new HashMap<>();
    private final Map<Subject, Set<Long>> greeted = new HashMap<>();
    private Hub hub;
    private long skewMillis;
    private long life;

    Above(World world, Source source, BiConsumer<Subject, Frame.Up> told) {
        this.world = world;
        this.told = told;
        this.hub = hub(source);
        tick(life);
    }

    private Hub hub(Source source) {
        skewMillis = world.random.nextInt(600_000) - 300_000L;
        return new Hub(source, new Admission(2, 4, now()), world.safeguards);
    }

    private Instant now() {
        return world.now().plusMillis(skewMillis);
    }

    /** Everything that is in memory is lost. */
    void restart(Source source) {
        List.copyOf(wires.values()).forEach(Wire::close);
        wires.clear();
        greeted.clear();
        life++;
        hub = hub(source);
        tick(life);
    }

    private void tick(long ofLife) {
        if (life == ofLife) {
            perform(hub.tick(now()));
            world.after(Duration.ofSeconds(1), () -> tick(ofLife));
        }
    }

    void changed(Collection<String> audiences) {
        perform(hub.changed(audiences, now()));
    }

    void answer(Subject subject, Frame.Down frame) {
        perform(hub.answer(subject, frame));
    }

    void connected(Wire wire, Subject subject) {
        wires.put(wire.session(), wire);
        hub.open(wire.session(), subject, now().plus(VALIDITY), now());
    }

    void receive(Wire wire, Frame.Up frame) {
        if (!wires.containsKey(wire.session())) {
            return;
        }
        if (frame instanceof Frame.Hello) {
            greeted.computeIfAbsent(wire.subject(), key -> new HashSet<>()).add(wire.session());
        }
        List<Hub.Out> outs = hub.receive(wire.session(), frame, now());
        perform(outs);
        greeted.values().forEach(sessions -> Truth.require(sessions.size() <= 1, "a subject has two sessions"));
        outs.stream()
                .map(Hub.Out::output)
                .filter(Output.Told.class::isInstance)
                .forEach(output -> told.accept(wire.subject(), ((Output.Told) output).frame()));
    }

    void drained(Wire wire) {
        perform(hub.drained(wire.session(), now()));
    }

    void disconnected(Wire wire) {
        wires.remove(wire.session());
        forget(wire);
        hub.closed(wire.session());
    }

    private void forget(Wire wire) {
        greeted.getOrDefault(wire.subject(), new HashSet<>()).remove(wire.session());
    }

    private void perform(List<Hub.Out> outs) {
        for (Hub.Out out : outs) {
            Wire wire = wires.get(out.session());
            if (wire != null) {
                switch (out.output()) {
                    case Output.Send send -> wire.down(send.frame());
                    case Output.Close close -> {
                        forget(wire);
                        world.after(Duration.ofMillis(100), wire::close);
                    }
                    case Output.Told told -> {
                        // Told when all is done.
                    }
                }
            }
        }
    }
}
