package studio.cli.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All kinds of objects. */
public final class Kinds {

    private static final Column STATE = Column.of("state");
    private static final Column AGE = Column.of("createdAt").as("AGE");
    private static final Column UID = Column.of("uid").inWide();
    private static final Column REVISION = Column.of("revision").inWide();
    private static final Column CAUSE = Column.of("cause").inWide();

    private static final List<Kind> ALL = List.of(
            kind("backbone", listing("backbones", STATE, Column.of("owners"), Column.of("offeredTo"), CAUSE)),
            kind(
                    "interior-site",
                    listing(
                            "backbones/{backbone}/sites",
                            STATE,
                            Column.of("platform"),
                            Column.of("location"),
                            Column.of("routerName").as("ROUTER").inWide())),
            kind("access-point", offered(), accessPoints()),
            kind(
                    "link",
                    listing(
                            "backbones/{backbone}/links",
                            STATE,
                            Column.of("from"),
                            Column.of("accessPoint"),
                            Column.of("cost"),
                            CAUSE)),
            named(
                    "attachment",
                    "uid",
                    listing(
                            "backbones/{backbone}/attachments",
                            STATE,
                            Column.of("network"),
                            Column.of("accessPoint"),
                            Column.of("port"))),
            kind(
                    "network-attachment",
                    listing(
                            "networks/{network}/attachments",
                            STATE,
                            Column.of("target/host"),
                            Column.of("target/port"),
                            CAUSE)),
            named(
                    "certificate",
                    "uid",
                    certificates("authority/certificates"),
                    certificates("backbones/{backbone}/certificates"),
                    certificates("networks/{network}/certificates")),
            new Kind(
                    "library",
                    "libraries",
                    "name",
                    List.of(listing("libraries", Column.of("images"), Column.of("services"), Column.of("offeredTo")))),
            kind(
                    "image",
                    listing(
                            "libraries/{publisher}/images",
                            STATE,
                            Column.of("newest"),
                            Column.of("versions"),
                            Column.of("withdrawn"),
                            CAUSE)),
            kind(
                    "image-version",
                    listing(
                            "libraries/{publisher}/images/{image}/versions",
                            STATE,
                            Column.of("offers"),
                            Column.of("requires"),
                            Column.of("digest").inWide(),
                            CAUSE)),
            kind(
                    "service",
                    listing("libraries/{publisher}/services", STATE, Column.of("protocol"), Column.of("port"), CAUSE)),
            kind(
                    "network",
                    listing(
                            "networks",
                            STATE,
                            Column.of("backbone"),
                            Column.of("owners"),
                            Column.of("endTime"),
                            Column.of("vanId").inWide(),
                            CAUSE)),
            new Kind(
                    "home",
                    "homes",
                    "network",
                    List.of(new Listing(
                            new Template("networks/{network}/home"),
                            true,
                            List.of(STATE, Column.of("placement"), AGE, UID, REVISION)))),
            new Kind(
                    "site-class",
                    "site-classes",
                    "name",
                    List.of(listing(
                            "networks/{network}/site-classes",
                            Column.of("sites"),
                            Column.of("labels"),
                            Column.of("proposedPolicy")))),
            kind(
                    "invitation",
                    listing(
                            "networks/{network}/invitations",
                            STATE,
                            Column.of("siteClasses"),
                            Column.of("admitted"),
                            Column.of("usesLeft"),
                            Column.of("joinDeadline"))),
            named(
                    "edge-link",
                    "accessPoint",
                    listing("networks/{network}/invitations/{invitation}/edge-links", Column.of("priority"))),
            kind(
                    "site",
                    listing(
                            "networks/{network}/sites",
                            STATE,
                            Column.of("siteClasses"),
                            Column.of("platform"),
                            Column.of("policy/mode").as("POLICY"),
                            Column.of("paused").inWide(),
                            Column.of("metadata").inWide(),
                            CAUSE)),
            new Kind(
                    "process",
                    "processes",
                    "name",
                    List.of(listing(
                            "networks/{network}/processes",
                            Column.of("image/image"),
                            Column.of("image/version"),
                            Column.of("replicas"),
                            Column.of("allocation")))),
            new Kind(
                    "ingress",
                    "ingresses",
                    "name",
                    List.of(listing(
                            "networks/{network}/ingresses",
                            Column.of("service"),
                            Column.of("port"),
                            Column.of("fan"),
                            Column.of("exposure"),
                            Column.of("allocation")))),
            new Kind(
                    "egress",
                    "egresses",
                    "name",
                    List.of(listing(
                            "networks/{network}/egresses",
                            Column.of("service"),
                            Column.of("host"),
                            Column.of("port"),
                            Column.of("allocation")))),
            kind(
                    "service-link",
                    listing(
                            "networks/{network}/service-links",
                            Column.of("service"),
                            Column.of("offers"),
                            Column.of("requires"),
                            Column.of("scope"),
                            Column.of("distribution"))),
            named(
                    "deployment",
                    "name",
                    listing(
                            "networks/{network}/deployments",
                            STATE,
                            Column.of("endpoint"),
                            Column.of("site"),
                            Column.of("verdict/decision").as("DECISION"),
                            CAUSE)),
            new Kind(
                    "change",
                    "changes",
                    "endpoint",
                    List.of(new Listing(
                            new Template("networks/{network}/changes"),
                            false,
                            List.of(
                                    Column.of("type"),
                                    Column.of("sites"),
                                    Column.of("proposed"),
                                    Column.of("accepted"),
                                    Column.of("declined"),
                                    Column.of("running"),
                                    Column.of("failed"),
                                    Column.of("digest").inWide())))),
            new Kind(
                    "summary",
                    "summaries",
                    "name",
                    List.of(
                            one(
                                    "backbones/{backbone}/summary",
                                    Column.of("sites"),
                                    Column.of("links"),
                                    Column.of("accessPoints"),
                                    Column.of("attachments"),
                                    Column.of("certificates"),
                                    Column.of("firstEnd")),
                            one(
                                    "networks/{network}/summary",
                                    Column.of("sites"),
                                    Column.of("delivery/delivered"),
                                    Column.of("delivery/applied"),
                                    Column.of("delivery/declined"),
                                    Column.of("delivery/failed"),
                                    Column.of("delivery/watermarkAgeSeconds").as("SILENT")))),
            kind("user", listing("users", STATE, Column.of("roles"), Column.of("groups"), CAUSE)),
            kind(
                    "token",
                    listing(
                            "users/{user}/tokens",
                            Column.of("scopes"),
                            Column.of("expiresAt").as("EXPIRES"))),
            named(
                    "session",
                    "uid",
                    listing(
                            "users/{user}/sessions",
                            Column.of("provider"),
                            Column.of("expiresAt").as("EXPIRES"))));

    private Kinds() {}

    /** All of them. */
    public static List<Kind> all() {
        return ALL;
    }

    /** The kind of that word, singular or plural. */
    public static Optional<Kind> of(String word) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(word) || kind.plural().equals(word))
                .findFirst();
    }

    private static Kind kind(String name, Listing... listings) {
        return named(name, "name", listings);
    }

    private static Kind named(String name, String nameAt, Listing... listings) {
        return new Kind(name, name + "s", nameAt, List.of(listings));
    }

    private static Listing listing(String path, Column... columns) {
        List<Column> all = new ArrayList<>(List.of(columns));
        all.addAll(List.of(AGE, UID, REVISION));
        return new Listing(new Template(path), false, all);
    }

    /** What there is one of, and nobody changes. */
    private static Listing one(String path, Column... columns) {
        return new Listing(new Template(path), true, List.of(columns));
    }

    private static Listing offered() {
        return listing("access-points", STATE, Column.of("backbone"), Column.of("site"));
    }

    private static Listing accessPoints() {
        return listing(
                "backbones/{backbone}/access-points",
                STATE,
                Column.of("site"),
                Column.of("use"),
                Column.of("address/host"),
                Column.of("address/ports"),
                Column.of("offeredTo"));
    }

    private static Listing certificates(String path) {
        return listing(
                path,
                STATE,
                Column.of("use"),
                Column.of("subject"),
                Column.of("ordinal"),
                Column.of("signed/notAfter").as("EXPIRES"),
                CAUSE);
    }
}
