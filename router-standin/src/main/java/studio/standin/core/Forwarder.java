package studio.standin.core;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Sends messages and streams on their way. */
public final class Forwarder {

    private static final int NAME_BYTES = 11;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final boolean edge;
    private final AddressTable addresses;
    private final Distributions distributions;
    private final Map<String, Destination> locals = new HashMap<>();
    private Further further = Further.NOWHERE;

    /** The forwarder of the router of that name. */
    public Forwarder(String id, boolean edge, AddressTable addresses, Distributions distributions) {
        this.id = id;
        this.edge = edge;
        this.addresses = addresses;
        this.distributions = distributions;
    }

    /** Says what the rest of the network is. */
    public void connect(Further network) {
        further = network;
    }

    /** The mobile addresses. */
    public AddressTable addresses() {
        return addresses;
    }

    /** How addresses are distributed. */
    public Distributions distributions() {
        return distributions;
    }

    /** Gives a consumer a name on this router. */
    public void local(String name, Destination destination) {
        locals.put(name, destination);
    }

    /** Takes that name away. */
    public void noLocal(String name) {
        locals.remove(name);
    }

    /** A name that nobody can guess, for a consumer on this router. */
    public String newLocal(Destination destination) {
        byte[] random = new byte[NAME_BYTES];
        RANDOM.nextBytes(random);
        String name = "temp."
                + Base64.getEncoder().withoutPadding().encodeToString(random).replace('/', '_');
        local(name, destination);
        return name;
    }

    /** How other routers write a name on this one. */
    public String globally(String local) {
        return edge ? "amqp:/_edge/" + id + "/" + local : "amqp:/_topo/0/" + id + "/" + local;
    }

    /** Can a message to that address be sent now? */
    public boolean knows(Address address) {
        return switch (address) {
            case Address.Local local -> locals.containsKey(local.name());
            case Address.OnRouter there ->
                here(there)
                        ? locals.containsKey(there.rest())
                        : edge || further.router(there.router()).isPresent();
            case Address.OnEdge there ->
                here(there)
                        ? locals.containsKey(there.rest())
                        : edge || further.edge(there.edge()).isPresent();
            case Address.Mobile mobile -> addresses.find(mobile.name()).isPresent();
        };
    }

    private boolean here(Address.OnRouter there) {
        return !edge && there.router().equals(id);
    }

    private boolean here(Address.OnEdge there) {
        return edge && there.edge().equals(id);
    }

    /** Sends a message on. Who waits for its outcome hears it sooner or later, also if there is nowhere to go. */
    public void send(Parcel parcel) {
        Address address = Address.parse(parcel.to());
        if (address instanceof Address.Mobile mobile && distributions.of(mobile.name()) == Distribution.MULTICAST) {
            sendToAll(mobile.name(), parcel);
            return;
        }
        Optional<Destination> chosen = choose(address, parcel.origin(), destination -> true);
        if (address instanceof Address.Mobile mobile) {
            addresses.find(mobile.name()).ifPresent(entry -> entry.count(chosen.isPresent()));
        }
        chosen.ifPresentOrElse(
                destination -> destination.deliver(parcel),
                () -> parcel.settlement().release());
    }

    /** Opens a stream; empty if there is nowhere to go. */
    public Optional<ByteSink> open(StreamRequest request, StreamFeed feed) {
        return choose(Address.parse(request.to()), request.origin(), Destination::takesStreams)
                .flatMap(destination -> destination.open(request, feed));
    }

    private void sendToAll(String address, Parcel parcel) {
        List<Destination> all = candidates(address, parcel.origin());
        addresses.find(address).ifPresent(entry -> entry.count(!all.isEmpty()));
        if (all.isEmpty()) {
            parcel.settlement().release();
            return;
        }
        Parcel copy = parcel.copy();
        all.forEach(destination -> destination.deliver(copy));
        parcel.settlement().accept();
    }

    private Optional<Destination> choose(Address address, Origin origin, Predicate<Destination> able) {
        return switch (address) {
            case Address.Local local -> Optional.ofNullable(locals.get(local.name()));
            case Address.OnRouter there ->
                here(there)
                        ? Optional.ofNullable(locals.get(there.rest()))
                        : further.router(there.router()).or(() -> upwards(origin));
            case Address.OnEdge there ->
                here(there)
                        ? Optional.ofNullable(locals.get(there.rest()))
                        : further.edge(there.edge()).or(() -> upwards(origin));
            case Address.Mobile mobile -> best(mobile.name(), origin, able);
        };
    }

    private Optional<Destination> upwards(Origin origin) {
        return origin.atItsLastRouter() ? Optional.empty() : further.upwards();
    }

    private List<Destination> candidates(String address, Origin origin) {
        List<Destination> all = new ArrayList<>();
        addresses.find(address).stream()
                .flatMap(entry -> entry.destinations().stream())
                .filter(destination -> AddressTable.isElsewhere(destination, origin.connection()))
                .forEach(all::add);
        if (!origin.atItsLastRouter()) {
            all.addAll(further.consumers(address));
        }
        return all;
    }

    private Optional<Destination> best(String address, Origin origin, Predicate<Destination> able) {
        Distribution distribution = distributions.of(address);
        List<Destination> all =
                candidates(address, origin).stream().filter(able).toList();
        if (distribution == Distribution.UNAVAILABLE) {
            return Optional.empty();
        }
        if (all.isEmpty()) {
            return upwards(origin);
        }
        long least = all.stream()
                .mapToLong(destination -> rank(distribution, destination))
                .min()
                .orElse(0);
        List<Destination> equals = all.stream()
                .filter(destination -> rank(distribution, destination) == least)
                .toList();
        int turn = addresses.find(address).map(AddressTable.Entry::nextTurn).orElse(0);
        return Optional.of(equals.get(Math.floorMod(turn, equals.size())));
    }

    private static long rank(Distribution distribution, Destination destination) {
        return distribution == Distribution.CLOSEST ? destination.cost() : destination.cost() + destination.load();
    }
}
