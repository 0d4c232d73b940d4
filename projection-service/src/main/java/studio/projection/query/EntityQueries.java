package studio.projection.query;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import studio.domain.backbone.Backbone;
import studio.domain.backbone.BackboneAccess;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.StreamKey;
import studio.domain.library.Library;
import studio.domain.library.LibraryAccess;
import studio.domain.user.UserAccess;

/** Asks the tables of entities. What the actor may not read does not exist here. */
@ApplicationScoped
public class EntityQueries {

    private final Mutiny.SessionFactory sessions;

    EntityQueries(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** The users that the actor may read. */
    public Uni<Page<UserRow>> users(Actor actor, Page.Wanted page, Map<String, Optional<String>> filters) {
        Conditions conditions = new Conditions();
        if (!Conditions.readsAll(actor)) {
            conditions.and("r.name = :reader", "reader", actor.name());
        }
        return page(Listing.USERS, conditions, page, filters);
    }

    /** The backbones that the actor may read. */
    public Uni<Page<BackboneRow>> backbones(Actor actor, Page.Wanted page, Map<String, Optional<String>> filters) {
        return page(Listing.BACKBONES, new Conditions().readableBy(actor, "r"), page, filters);
    }

    /** The libraries that the actor may read: its own, the shared one, and those that are offered to it. */
    public Uni<Page<LibraryRow>> libraries(Actor actor, Page.Wanted page) {
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
    public <R extends EntityRow> Uni<Page<R>> of(
            Listing<R> listing, StreamKey owner, Page.Wanted page, Map<String, Optional<String>> filters) {
        return page(listing, owned(listing, owner), page, filters);
    }

    /** One entity of an owner, who is known to be readable. */
    public <R extends EntityRow> Uni<Optional<R>> find(Listing<R> listing, StreamKey owner, String name) {
        Object key;
        try {
            key = listing.key().apply(name);
        } catch (IllegalArgumentException noUid) {
            return Uni.createFrom().item(Optional.empty());
        }
        return first(listing, owned(listing, owner).and("r." + listing.name() + " = :name", "name", key));
    }

    /** A user, if the actor may read it. */
    public Uni<Optional<UserRow>> user(Actor actor, String name) {
        return Name.isValid(name) && UserAccess.mayRead(actor, Name.of(name))
                ? first(Listing.USERS, named(name))
                : Uni.createFrom().item(Optional.empty());
    }

    /** A backbone, if the actor may read it. */
    public Uni<Optional<BackboneRow>> backbone(Actor actor, String name) {
        return first(Listing.BACKBONES, named(name))
                .map(found -> found.filter(row -> BackboneAccess.mayRead(actor, (Backbone) row.entity())));
    }

    /** A library, if the actor may read it. */
    public Uni<Optional<LibraryRow>> library(Actor actor, String publisher) {
        return first(Listing.LIBRARIES, named(publisher))
                .map(found -> found.filter(row -> LibraryAccess.mayRead(actor, (Library) row.entity())));
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

    <R extends EntityRow> Uni<Page<R>> page(
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
                .map(found -> Page.of(found, page.limit(), row -> Cursor.of(row.name())));
    }

    <R extends EntityRow> Uni<Optional<R>> first(Listing<R> listing, Conditions conditions) {
        hideGone(listing, conditions);
        String query = "from " + listing.row().getSimpleName() + " r" + conditions.where();
        return sessions.withStatelessSession(session -> conditions
                        .bind(session.createSelectionQuery(query, listing.row()))
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    private static void hideGone(Listing<?> listing, Conditions conditions) {
        if (!listing.gone().isEmpty()) {
            conditions.and("r.state <> :gone", "gone", listing.gone());
        }
    }
}
