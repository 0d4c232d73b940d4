package studio.standin.mesh;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** The cheapest way to each router, over links that both of their routers see. */
record Paths(Map<String, Hop> hops) {

    /** The neighbour to go to first, and what the whole way costs. */
    record Hop(String next, long cost) {}

    private record Step(String router, String next, long cost) {}

    static Paths from(String start, Map<String, RouterState> states) {
        Map<String, Hop> found = new HashMap<>();
        PriorityQueue<Step> open = new PriorityQueue<>(
                Comparator.comparingLong(Step::cost).thenComparing(Step::router).thenComparing(Step::next));
        open.add(new Step(start, "", 0));
        while (!open.isEmpty()) {
            Step step = open.remove();
            if (found.containsKey(step.router()) || !states.containsKey(step.router())) {
                continue;
            }
            found.put(step.router(), new Hop(step.next(), step.cost()));
            Optional.ofNullable(states.get(step.router()))
                    .ifPresent(state -> state.neighbours().forEach((neighbour, cost) -> {
                        if (sees(states, neighbour, step.router())) {
                            String next = step.next().isEmpty() ? neighbour : step.next();
                            open.add(new Step(neighbour, next, step.cost() + cost));
                        }
                    }));
        }
        found.remove(start);
        return new Paths(found);
    }

    private static boolean sees(Map<String, RouterState> states, String from, String to) {
        return Optional.ofNullable(states.get(from))
                .filter(state -> state.neighbours().containsKey(to))
                .isPresent();
    }

    Optional<Hop> to(String router) {
        return Optional.ofNullable(hops.get(router));
    }

    Collection<String> reachable() {
        return hops.keySet();
    }
}
