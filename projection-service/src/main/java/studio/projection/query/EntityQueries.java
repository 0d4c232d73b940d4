package studio.projection.query;

import io.quarkus.arc.Arc;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny;
import studio.domain.StreamType;
import studio.domain.backbone.Backbone;
import studio.domain.backbone.BackboneAccess;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entity;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.library.Library;
import studio.domain.library.LibraryAccess;
import studio.domain.user.UserAccess;
import studio.projection.history.At;
import studio.projection.history.Moment;
import studio.projection.history.Past;
import studio.projection.history.PastStates;

/**
 * Asks the tables of entities; of one stream also what was, if that is the request's {@link Moment}. What the actor may not read
 * does not exist here.
 */
@ApplicationScoped
public class EntityQueries {

    private final Mutiny.SessionFactory sessions;
    private final PastStates states;
    private final Moment moment;

    EntityQueries(Mutiny.SessionFactory sessions, PastStates states, Moment moment) {
        this.sessions = sessions;
        this.states = states;
        this.moment = moment;
    }

    /** The users that the actor may read. */
    public Uni<Page<Found>> users(Actor actor, Page.Wanted page, Map<String, Optional<String>> filters) {
        Conditions conditions = new Conditions();
        if (!Conditions.readsAll(actor)) {
            conditions.and("r.name = :reader", "reader", actor.name());
        }
        return page(Listing.USERS, conditions, page, filters);
    }

    /** The backbones that the actor may read. */
    public Uni<Page<Found>> backbones(Actor actor, Page.Wanted page, Map<String, Optional<String>> filters) {
        return page(Listing.BACKBONES, new Conditions().readableBy(actor, "r"), page, filters);
    }

    /** The libraries that the actor may read: its own, the shared one, and those that are offered to it. */
    public Uni<Page<Found>> libraries(Actor actor, Page.Wanted page) {
        Conditions conditions = new Conditions();
        if (!Conditions.readsAll(actor)) {
            conditions
                    .and("(r.name in :own or array_intersects(r.offeredToUsers, :reader)"
                            + " or array_intersects(r.offeredToGroups, :groups))")
                    .with("own", List.of(actor.name(), Library.SHARED.value()))
                    .who(actor);
        }
        return page(Listing.LIBRARIES, conditions, page, Map.of());
    }

    /** The member access points that are offered to the actor, of all backbones. */
    public Uni<Page<AccessPointRow>> offered(Actor actor, Page.Wanted page, Map<String, Optional<String>> filters) {
        Conditions conditions = new Conditions()
                .and("r.use = 'member'")
                .and("r.state <> 'deleting'")
                .offeredTo(actor, "r");
        filters.forEach(conditions::equal);
        page.after()
                .ifPresent(cursor -> conditions
                        .and("(r.backbone > :afterBackbone or r.backbone = :afterBackbone and r.name > :afterName)")
                        .with("afterBackbone", cursor.values().getFirst())
                        .with("afterName", cursor.values().getLast()));
        String query = "from AccessPointRow r" + conditions.where() + " order by r.backbone, r.name";
        return sessions.withStatelessSession(session -> conditions
                        .bind(session.createSelectionQuery(query, AccessPointRow.class))
                        .setMaxResults(page.limit() + 1)
                        .getResultList())
                .map(found -> Page.of(
                        found,
                        page.limit(),
                        row -> Cursor.of(row.stream().name().value(), row.name())));
    }

    /** The entities of an owner, who is known to be readable. */
    public <R extends EntityRow> Uni<Page<Found>> of(
            Listing<R> listing, StreamKey owner, Page.Wanted page, Map<String, Optional<String>> filters) {
        return past(owner)
                .map(past -> Uni.createFrom().item(PastQueries.list(past, listing, page, filters)))
                .orElseGet(() -> page(listing, owned(listing, owner), page, filters));
    }

    /** One entity of an owner, who is known to be readable. */
    public <R extends EntityRow> Uni<Optional<Found>> find(Listing<R> listing, StreamKey owner, String name) {
        return past(owner)
                .map(past -> Uni.createFrom().item(PastQueries.find(past, listing, name)))
                .orElseGet(() -> findNow(listing, owner, name));
    }

    private <R extends EntityRow> Uni<Optional<Found>> findNow(Listing<R> listing, StreamKey owner, String name) {
        Object key;
        try {
            key = listing.key().apply(name);
        } catch (IllegalArgumentException noUid) {
            return Uni.createFrom().item(Optional.empty());
        }
        return first(listing, owned(listing, owner).and("r." + listing.name() + " = :name", "name", key));
    }

    /** A user, if the actor may read it. */
    public Uni<Optional<Found>> user(Actor actor, String name) {
        return root(
                Listing.USERS,
                StreamType.USER,
                actor,
                name,
                user -> UserAccess.mayRead(actor, Name.of(user.meta().name())));
    }

    /** A backbone, if the actor may read it. */
    public Uni<Optional<Found>> backbone(Actor actor, String name) {
        return root(
                Listing.BACKBONES,
                StreamType.BACKBONE,
                actor,
                name,
                backbone -> BackboneAccess.mayRead(actor, (Backbone) backbone));
    }

    /** A library, if the actor may read it. */
    public Uni<Optional<Found>> library(Actor actor, String publisher) {
        return root(
                Listing.LIBRARIES,
                StreamType.LIBRARY,
                actor,
                publisher,
                library -> LibraryAccess.mayRead(actor, (Library) library));
    }

    /** The root of a stream, if the actor may read it: now by that rule, and in the past by who owned it. */
    <R extends EntityRow> Uni<Optional<Found>> root(
            Listing<R> listing, StreamType<?, ?> type, Actor actor, String name, Predicate<Entity> mayRead) {
        if (!Name.isValid(name)) {
            return Uni.createFrom().item(Optional.empty());
        }
        StreamKey stream = type.key(Name.of(name));
        return Optional.of(moment)
                .filter(asks -> isRequest())
                .flatMap(Moment::asked)
                .map(at -> at(actor, stream, at).map(past -> PastQueries.root(past, listing)))
                .orElseGet(() ->
                        first(listing, named(name)).map(found -> found.filter(each -> mayRead.test(each.entity()))));
    }

    /** Looks at the past of a stream that has no root, if the request asks about one. */
    public Uni<Void> look(Actor actor, StreamKey stream) {
        return Optional.of(moment)
                .filter(asks -> isRequest())
                .flatMap(Moment::asked)
                .map(at -> at(actor, stream, at).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Past> at(Actor actor, StreamKey stream, At at) {
        return states.at(actor, stream, List.of(at)).map(List::getFirst).invoke(moment::found);
    }

    /** The past of that stream, if the request asks about one. */
    Optional<Past> past(StreamKey owner) {
        return isRequest() ? moment.past(owner) : Optional.empty();
    }

    /** Queries are made at the start, too, when nobody asks. */
    private static boolean isRequest() {
        return Arc.container().requestContext().isActive();
    }

    static Conditions owned(Listing<?> listing, StreamKey owner) {
        return new Conditions()
                .and(
                        "r." + listing.owner() + " = :owner",
                        "owner",
                        listing.ownerText().apply(owner));
    }

    static Conditions named(String name) {
        return new Conditions().and("r.name = :name", "name", name);
    }

    <R extends EntityRow> Uni<Page<Found>> page(
            Listing<R> listing, Conditions conditions, Page.Wanted page, Map<String, Optional<String>> filters) {
        filters.forEach(conditions::equal);
        if (!filters.getOrDefault("state", Optional.empty()).equals(Optional.of(listing.gone()))) {
            hideGone(listing, conditions);
        }
        page.after()
                .ifPresent(cursor -> conditions.and(
                        "r." + listing.name() + " > :after",
                        "after",
                        listing.key().apply(cursor.values().getFirst())));
        String query =
                "from " + listing.row().getSimpleName() + " r" + conditions.where() + " order by r." + listing.name();
        return sessions.withStatelessSession(session -> conditions
                        .bind(session.createSelectionQuery(query, listing.row()))
                        .setMaxResults(page.limit() + 1)
                        .getResultList())
                .map(found -> Page.of(found, page.limit(), row -> Cursor.of(row.name())))
                .map(found -> found.map(EntityRow::found));
    }

    <R extends EntityRow> Uni<Optional<Found>> first(Listing<R> listing, Conditions conditions) {
        hideGone(listing, conditions);
        String query = "from " + listing.row().getSimpleName() + " r" + conditions.where();
        return sessions.withStatelessSession(session -> conditions
                        .bind(session.createSelectionQuery(query, listing.row()))
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(EntityRow::found));
    }

    private static void hideGone(Listing<?> listing, Conditions conditions) {
        if (!listing.gone().isEmpty()) {
            conditions.and("r.state <> :gone", "gone", listing.gone());
        }
    }
}
