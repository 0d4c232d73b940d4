package studio.agent.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One router that tells of itself. Whether it is the own one its records say; until then they wait, and those of another router are
 * nobody's business here.
 */
final class Source {

    private static final int MAX_WAITING = 10_000;

    private final Ledger ledger;
    private final String own;
    private final List<FlowRecord> waiting = new ArrayList<>();
    private Optional<RouterRecords> records = Optional.empty();
    private boolean foreign;
    private boolean asked;

    /** A source that may be the router with that id. */
    Source(Ledger ledger, String own) {
        this.ledger = ledger;
        this.own = own;
    }

    /** Says once that it should be asked for everything, now that it is heard: what it said before went past. */
    boolean asks() {
        boolean first = !asked;
        asked = true;
        return first && !foreign;
    }

    boolean isOwn() {
        return records.isPresent();
    }

    /** Takes what it says. */
    void take(List<FlowRecord> told, Instant now) {
        if (foreign) {
            return;
        }
        told.stream().filter(record -> record.type() == Codes.ROUTER).forEach(this::identify);
        if (records.isPresent()) {
            records.get().take(told, now);
        } else if (waiting.size() + told.size() <= MAX_WAITING && !foreign) {
            waiting.addAll(told);
        }
        if (records.isPresent() && !waiting.isEmpty()) {
            records.get().take(waiting, now);
            waiting.clear();
        }
    }

    private void identify(FlowRecord router) {
        Optional<String> name = router.text(Codes.NAME);
        if (name.isEmpty() || records.isPresent()) {
            return;
        }
        // A router's name here is its area, which is always 0, and its id.
        if (name.get().substring(name.get().indexOf('/') + 1).equals(own)) {
            records = Optional.of(new RouterRecords(ledger));
            ledger.router(own, router.text(Codes.BUILD_VERSION).orElse(""));
        } else {
            foreign = true;
            waiting.clear();
        }
    }
}
