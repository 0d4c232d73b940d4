package studio.projection.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.api.json.Word;
import studio.api.view.Views;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.Backbone;
import studio.domain.backbone.InterRouterLink;
import studio.domain.backbone.InterRouterLink.Health;
import studio.domain.backbone.InteriorSite;
import studio.domain.backbone.NetworkAttachment;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Entity;
import studio.domain.kernel.StreamKey;
import studio.domain.user.ApiToken;
import studio.domain.user.User;
import studio.domain.user.WebSession;

/** The table of each kind of entity; the migrations in {@code db/migration} make them. */
final class EntityTables {

    /** All of them. */
    static final List<EntityTable<?>> ALL = Stream.of(
                    List.of(users(), sessions(), tokens()),
                    List.of(backbones(), sites(), accessPoints(), links(), attachments(), certificates()),
                    LibraryTables.ALL,
                    NetworkTables.ALL,
                    ApplicationTables.ALL)
            .<EntityTable<?>>flatMap(List::stream)
            .toList();

    private static final Map<String, EntityTable<?>> BY_KIND = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(table -> table.kind().label(), Function.identity()));

    private EntityTables() {}

    /**
     * The table of that kind.
     *
     * @throws IllegalArgumentException if there is none
     */
    static EntityTable<?> of(String kind) {
        EntityTable<?> table = BY_KIND.get(kind);
        if (table == null) {
            throw new IllegalArgumentException("there is no table of " + kind);
        }
        return table;
    }

    private static EntityTable<User> users() {
        return EntityTable.of(
                "users",
                User.KIND,
                EntityTable.Key.root(),
                List.of(
                        state(),
                        cause(),
                        Column.array(
                                "roles",
                                user -> user.roles().stream().map(Word::of).toList()),
                        Column.array("groups", User::groups)));
    }

    private static EntityTable<WebSession> sessions() {
        return EntityTable.of(
                "web_sessions",
                WebSession.KIND,
                EntityTable.Key.uid("user_name", stream -> stream.name().value()),
                List.of(
                        Column.text("provider", WebSession::provider),
                        Column.text("token_hash", session -> session.tokenHash().hex()),
                        Column.time("expires_at", WebSession::expiresAt)));
    }

    private static EntityTable<ApiToken> tokens() {
        return EntityTable.of(
                "api_tokens",
                ApiToken.KIND,
                EntityTable.Key.named("user_name"),
                List.of(
                        Column.array(
                                "scopes",
                                token -> token.scopes().stream().map(Word::of).toList()),
                        Column.text("token_hash", token -> token.tokenHash().hex()),
                        Column.optionalTime("expires_at", ApiToken::expiresAt)));
    }

    private static EntityTable<Backbone> backbones() {
        return EntityTable.of(
                "backbones",
                Backbone.KIND,
                EntityTable.Key.root(),
                List.of(
                        state(),
                        cause(),
                        Column.users("owner", Backbone::owners),
                        Column.groups("owner", Backbone::owners),
                        Column.users("offered_to", Backbone::offeredTo),
                        Column.groups("offered_to", Backbone::offeredTo)));
    }

    private static EntityTable<InteriorSite> sites() {
        return EntityTable.of(
                "interior_sites",
                InteriorSite.KIND,
                EntityTable.Key.named("backbone"),
                List.of(
                        state(),
                        Column.text("platform", site -> Word.of(site.placement().platform())),
                        Column.optionalText("location", site -> site.placement().location()),
                        Column.optionalTime(
                                "since",
                                site -> site instanceof InteriorSite.Deployed deployed
                                        ? Optional.of(deployed.since())
                                        : Optional.empty())));
    }

    private static EntityTable<AccessPoint> accessPoints() {
        return EntityTable.of(
                "access_points",
                AccessPoint.KIND,
                EntityTable.Key.named("backbone"),
                List.of(
                        state(),
                        Column.text("site", point -> point.spec().site().value()),
                        Column.text("use", point -> Word.of(point.spec().use())),
                        Column.optionalText(
                                "host", point -> point.knownAddress().map(AccessPoint.Address::host)),
                        Column.optionalInteger(
                                "first_port",
                                point -> point.knownAddress()
                                        .map(address -> address.ports().from())),
                        Column.optionalInteger(
                                "last_port",
                                point -> point.knownAddress()
                                        .map(address -> address.ports().to())),
                        Column.users("offered_to", point -> point.spec().offeredTo()),
                        Column.groups("offered_to", point -> point.spec().offeredTo())));
    }

    private static EntityTable<InterRouterLink> links() {
        return EntityTable.of(
                "inter_router_links",
                InterRouterLink.KIND,
                EntityTable.Key.named("backbone"),
                List.of(
                        state(),
                        cause(),
                        Column.optionalTime("since", link -> since(link.health())),
                        Column.text("from_site", link -> link.from().value()),
                        Column.text("access_point", link -> link.accessPoint().value()),
                        Column.integer("cost", InterRouterLink::cost)));
    }

    private static EntityTable<NetworkAttachment> attachments() {
        return EntityTable.of(
                "network_attachments",
                NetworkAttachment.KIND,
                EntityTable.Key.uid("backbone", stream -> stream.name().value()),
                List.of(
                        state(),
                        Column.text(
                                "network",
                                attachment -> attachment.spec().network().value()),
                        Column.uid(
                                "network_uid", attachment -> attachment.spec().networkUid()),
                        Column.text(
                                "access_point",
                                attachment -> attachment.spec().accessPoint().value()),
                        Column.integer("port", attachment -> attachment.spec().port())));
    }

    private static EntityTable<TlsCertificate> certificates() {
        return EntityTable.of(
                "tls_certificates",
                TlsCertificate.KIND,
                EntityTable.Key.uid("stream", StreamKey::toString),
                List.of(
                        state(),
                        cause(),
                        Column.text(
                                "use",
                                certificate -> Word.of(certificate.subject().kind())),
                        Column.text(
                                "subject",
                                certificate -> certificate.subject().name().value()),
                        Column.optionalText(
                                "serial",
                                certificate -> certificate.knownSigned().map(TlsCertificate.Signed::serial)),
                        Column.optionalText(
                                "fingerprint",
                                certificate -> certificate
                                        .knownSigned()
                                        .map(signed -> signed.fingerprint().hex())),
                        Column.optionalTime(
                                "not_before",
                                certificate -> certificate.knownSigned().map(TlsCertificate.Signed::notBefore)),
                        Column.optionalTime(
                                "not_after",
                                certificate -> certificate.knownSigned().map(TlsCertificate.Signed::notAfter)),
                        Column.optionalTime("renew_at", Views::renewAt),
                        Column.integer(
                                "ordinal", certificate -> certificate.lineage().ordinal())));
    }

    private static Optional<Instant> since(Health health) {
        return switch (health) {
            case Health.Configured configured -> Optional.empty();
            case Health.Up up -> Optional.of(up.since());
            case Health.Down down -> Optional.of(down.since());
        };
    }

    static <S extends Entity> Column<S> state() {
        return Column.text("state", Views::state);
    }

    static <S extends Entity> Column<S> cause() {
        return Column.optionalText("cause", Views::cause);
    }
}
