package studio.agent.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.feed.frame.FlowReport;

/** The records of one life of the own router, and what they mean for the ledger. One thread at a time. */
final class RouterRecords {

    /** The most listeners, connectors and links. */
    static final int MAX_PARTS = 5_000;

    /** The most connections of clients at a time: the router itself stops telling at so many. */
    static final int MAX_CONNECTIONS = 5_000;

    /** How the agent names what it makes. */
    private static final String OURS = "studio-";

    private static final Duration WAITS_FOR_PART = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Map<String, Part> parts = new HashMap<>();
    private final Map<String, Connection> connections = new LinkedHashMap<>();

    RouterRecords(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A listener or connector, or a link to another router. */
    private static final class Part {
        private String name = "";
        private String address = "";
        private boolean up;
        private long octets;
        private long octetsReverse;
        private Optional<Long> opened = Optional.empty();
        private boolean older;

        /** What its connections are counted for, if it is one that the document asks for. */
        Optional<Tally.Key> key(boolean answers) {
            if (!name.startsWith(OURS) || address.isEmpty()) {
                return Optional.empty();
            }
            String item = name.substring(OURS.length());
            int number = item.lastIndexOf('#');
            String key = number < 0 ? item : item.substring(0, number);
            return Optional.of(key).filter(text -> !text.isEmpty()).map(text -> new Tally.Key(text, address, answers));
        }
    }

    /** A client's connection, and how much of it was counted. */
    private static final class Connection {
        private final String id;
        private String listener = "";
        private Optional<Instant> began = Optional.empty();
        private Optional<Instant> ended = Optional.empty();
        private String host = "";
        private String port = "";
        private long octets;
        private long octetsReverse;
        private long countedOctets;
        private long countedReverse;
        private Optional<Long> latency = Optional.empty();
        private Optional<String> error = Optional.empty();
        private boolean isCounted;
        private boolean isLatencyCounted;

        Connection(String id) {
            this.id = id;
        }

        void take(FlowRecord record) {
            record.text(Codes.PARENT).ifPresent(parent -> listener = parent);
            record.time(Codes.START_TIME).ifPresent(time -> began = Optional.of(time));
            record.time(Codes.END_TIME).ifPresent(time -> ended = Optional.of(time));
            record.text(Codes.SOURCE_HOST).ifPresent(text -> host = text);
            record.text(Codes.SOURCE_PORT).ifPresent(text -> port = text);
            // Nothing that was counted is taken back.
            record.number(Codes.OCTETS).ifPresent(number -> octets = Math.max(octets, number));
            record.number(Codes.OCTETS_REVERSE).ifPresent(number -> octetsReverse = Math.max(octetsReverse, number));
            latency = latency.or(() -> record.number(Codes.LATENCY));
            error = error.or(() -> record.text(Codes.ERROR_LISTENER_SIDE))
                    .or(() -> record.text(Codes.ERROR_CONNECTOR_SIDE));
        }

        FlowReport.Flow told(Tally.Key key) {
            return new FlowReport.Flow(
                    id,
                    key.item(),
                    key.address(),
                    port.isEmpty() ? host : host + ":" + port,
                    began.orElse(Instant.EPOCH),
                    ended,
                    octets,
                    octetsReverse,
                    latency,
                    error);
        }
    }

    /** Takes what the router says. */
    void take(List<FlowRecord> records, Instant now) {
        for (FlowRecord record : records) {
            switch (Math.toIntExact(Math.min(record.type(), Integer.MAX_VALUE))) {
                case Codes.LISTENER -> part(record, false);
                case Codes.CONNECTOR -> part(record, true);
                case Codes.LINK -> link(record);
                case Codes.TCP_FLOW -> connection(record);
                default -> {} // Routers tell more than is asked here, and newer ones still more.
            }
        }
        connections
                .values()
                .removeIf(connection -> connection
                        .ended
                        .filter(end -> end.plus(WAITS_FOR_PART).isBefore(now))
                        .isPresent());
    }

    private Optional<Part> part(FlowRecord record) {
        if (record.isEnd()) {
            return Optional.ofNullable(parts.remove(record.id()));
        }
        if (!parts.containsKey(record.id()) && parts.size() >= MAX_PARTS) {
            ledger.lost();
            return Optional.empty();
        }
        Part part = parts.computeIfAbsent(record.id(), id -> new Part());
        record.text(Codes.NAME).ifPresent(text -> part.name = text);
        record.text(Codes.ADDRESS).ifPresent(text -> part.address = text);
        record.number(Codes.OCTETS).ifPresent(number -> part.octets = number);
        record.number(Codes.OCTETS_REVERSE).ifPresent(number -> part.octetsReverse = number);
        record.text(Codes.OPER_STATUS).ifPresent(text -> part.up = text.equals("up"));
        record.time(Codes.START_TIME).ifPresent(time -> part.older = time.isBefore(ledger.began()));
        return Optional.of(part);
    }

    private void part(FlowRecord record, boolean answers) {
        Optional<Part> found = part(record);
        Optional<Tally.Key> key = found.flatMap(part -> part.key(answers));
        if (found.isEmpty() || key.isEmpty()) {
            return;
        }
        Part part = found.get();
        record.number(Codes.FLOW_COUNT).ifPresent(number -> {
            // Routers count what is behind a connector as its first connection.
            long now = answers ? Math.max(0, number - 1) : number;
            long before = part.opened.orElse(part.older ? now : 0);
            ledger.count(key.get(), tally -> tally.opened(Math.max(0, now - before)));
            part.opened = Optional.of(now);
        });
        if (!answers) {
            List.copyOf(connections.values()).stream()
                    .filter(connection -> connection.listener.equals(record.id()) && !connection.isCounted)
                    .forEach(this::settle);
        }
    }

    private void link(FlowRecord record) {
        part(record).filter(part -> !part.name.isEmpty()).ifPresent(part -> {
            if (record.isEnd()) {
                ledger.unlink(part.name);
            } else {
                ledger.link(new FlowReport.RouterLink(part.name, part.up, part.octets, part.octetsReverse));
            }
        });
    }

    private void connection(FlowRecord record) {
        if (!connections.containsKey(record.id()) && connections.size() >= MAX_CONNECTIONS) {
            ledger.lost();
            return;
        }
        Connection connection = connections.computeIfAbsent(record.id(), Connection::new);
        connection.take(record);
        settle(connection);
    }

    /** Counts what was not counted of a connection, once it is known what it belongs to. */
    private void settle(Connection connection) {
        Optional<Tally.Key> key =
                Optional.ofNullable(parts.get(connection.listener)).flatMap(part -> part.key(false));
        if (key.isEmpty()) {
            return;
        }
        ledger.count(key.get(), tally -> count(connection, tally));
        ledger.flow(connection.told(key.get()));
        if (connection.ended.isPresent()) {
            connections.remove(connection.id);
        }
    }

    private void count(Connection connection, Tally tally) {
        if (!connection.isCounted) {
            connection.isCounted = true;
            tally.begins();
            boolean older = connection
                    .began
                    .filter(time -> time.isBefore(ledger.began()))
                    .isPresent();
            if (older) {
                // An earlier agent has counted that.
                connection.countedOctets = connection.octets;
                connection.countedReverse = connection.octetsReverse;
                connection.isLatencyCounted = connection.latency.isPresent();
            }
        }
        tally.carries(
                connection.octets - connection.countedOctets, connection.octetsReverse - connection.countedReverse);
        connection.countedOctets = connection.octets;
        connection.countedReverse = connection.octetsReverse;
        if (connection.latency.isPresent() && !connection.isLatencyCounted) {
            connection.isLatencyCounted = true;
            tally.waits(connection.latency.get());
        }
        if (connection.ended.isPresent()) {
            tally.ends();
            if (connection.error.isPresent()) {
                tally.fails();
            } else if (connection.octets > 0 && connection.octetsReverse == 0) {
                tally.staysSilent();
            }
        }
    }
}
