package studio.home.testing;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Name;
import studio.domain.kernel.Uid;
import studio.domain.network.Ref;
import studio.domain.plan.Cause;
import studio.domain.plan.Item;
import studio.domain.plan.ItemSpec;
import studio.feed.frame.FlowReport;
import studio.schema.feed.ItemMapping;

/** A network of two sites, of which one calls a service of the other. */
public final class Trade {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LISTENER = "listener/orders:5432";
    private static final String CONNECTOR = "connector/backend/acme/orders";

    private final String name;
    private final TestTree.Network network;
    private final Uid home;
    private final Uid caller;
    private final Uid answerer;
    private final Uid link;

    /** A network of that name, whose uids begin with that number. */
    public Trade(TestTree tree, String name, int first) {
        this.name = name;
        this.network = tree.network(uid(first));
        this.home = uid(first + 1);
        this.caller = uid(first + 2);
        this.answerer = uid(first + 3);
        this.link = uid(first + 4);
    }

    private static Uid uid(long number) {
        return new Uid(new UUID(0x0190_0000_0000_7000L, number));
    }

    /** The calling site. */
    public Uid caller() {
        return caller;
    }

    /** The answering site. */
    public Uid answerer() {
        return answerer;
    }

    /** Where the service is called. */
    public String address() {
        return network.uid().base32Hex() + "/" + link;
    }

    /** Its home gets its keys, and the centre what it is to have. */
    public void found(Centre centre, Path holders) {
        centre.add(network.uid());
        put(centre, caller, item(LISTENER, new ItemSpec.Listener(link, Name.of("orders"), 5432, address())));
        put(
                centre,
                answerer,
                item(
                        CONNECTOR,
                        new ItemSpec.Connector(
                                new Ref(Name.of("backend"), link), link, "acme/orders", 8080, List.of(address()))));
        network.write(holders, name, home, 1);
    }

    private static Item item(String key, ItemSpec spec) {
        return new Item(key, "i1:" + key, spec, List.of(), new Cause(EntityKey.parse("endpoint/web"), 1));
    }

    private void put(Centre centre, Uid site, Item item) {
        String audience = "site/" + site;
        centre.put(network.uid(), audience, List.of(audience), List.of(ItemMapping.toFeed(audience, item)));
    }

    /** A site of it, as soon as it has its document. */
    public Agent join(Vertx vertx, Centre centre, Uid site, String called) {
        Agent agent = new Agent(vertx, network.site(site), centre.port(network.uid()), network.home(home), called);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> agent.document().merged().size() == 1);
        return agent;
    }

    /** What a site says of what went through that address. */
    public FlowReport report(String address, boolean answers) {
        Instant now = Instant.now();
        String item = answers ? CONNECTOR : LISTENER;
        FlowReport.Service service = answers
                ? new FlowReport.Service(item, address, true, 3, 0, 0, 0, 0, 0, 0, 0)
                : new FlowReport.Service(item, address, false, 3, 1, 100, 2_000, 2, 900, 0, 1);
        FlowReport.Flow flow = new FlowReport.Flow(
                "r:7",
                item,
                address,
                "127.0.0.1:4711",
                now,
                Optional.empty(),
                100,
                2_000,
                Optional.of(450L),
                Optional.empty());
        return new FlowReport(
                "life of " + name + answers,
                now,
                "van-site",
                "3.5.1",
                List.of(service),
                List.of(new FlowReport.RouterLink("studio-paris", true, 500, 700)),
                answers ? List.of() : List.of(flow),
                0);
    }
}
