package studio.projection.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Name;
import studio.domain.kernel.Role;

/** The conditions of a query, all of which must hold, with their parameters. The row is called {@code r}. */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** Adds a condition that has no parameter. */
    public Conditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition that has a parameter of that name. */
    public Conditions and(String condition, String parameter, Object value) {
        return and(condition).with(parameter, value);
    }

    /** Sets one more parameter. */
    public Conditions with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Sets the parameters of conditions that were made part of these. */
    public Conditions with(Conditions inner) {
        parameters.putAll(inner.parameters);
        return this;
    }

    /** Adds all of those conditions with their parameters. */
    Conditions and(Conditions others) {
        conditions.addAll(others.conditions);
        return with(others);
    }

    /** Adds {@code r.attribute = value} if there is a value. */
    public Conditions equal(String attribute, Optional<?> value) {
        value.ifPresent(present -> and("r." + attribute + " = :" + attribute, attribute, present));
        return this;
    }

    /** Leaves out what the actor may not read, of rows that have the owners' attributes. */
    public Conditions readableBy(Actor actor, String row) {
        if (!readsAll(actor)) {
            and("(array_intersects(%1$s.ownerUsers, :reader) or array_intersects(%1$s.ownerGroups, :groups))"
                    .formatted(row));
            who(actor);
        }
        return this;
    }

    /** Leaves out what is not offered to the actor itself, whatever it may read, of rows that have the attributes for that. */
    public Conditions offeredTo(Actor actor, String row) {
        and("(array_intersects(%1$s.offeredToUsers, :reader) or array_intersects(%1$s.offeredToGroups, :groups))"
                .formatted(row));
        return who(actor);
    }

    /** Sets who reads: {@code reader} to the user and {@code groups} to its groups, as arrays. */
    Conditions who(Actor actor) {
        with("reader", actor.kind() == Actor.Type.USER ? new String[] {actor.name()} : new String[0]);
        return with("groups", actor.groups().stream().map(Name::value).toArray(String[]::new));
    }

    /** Leaves out what happened or was refused in incarnations that the actor may not read, of rows of the audit. */
    public Conditions happenedReadablyFor(Actor actor) {
        if (!readsAll(actor)) {
            Conditions readable = new Conditions()
                    .and("i.stream = r.stream and r.revision >= i.since and (i.until is null or r.revision < i.until)")
                    .readableBy(actor, "i");
            and("exists (select 1 from IncarnationRow i" + readable.where() + ")")
                    .with(readable);
        }
        return this;
    }

    /** Says whether nothing is hidden from the actor. */
    public static boolean readsAll(Actor actor) {
        return actor.is(Role.ADMINISTRATOR) || actor.is(Role.AUDITOR);
    }

    /** The conditions as a clause; empty if there are none. */
    public String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** The same query with the parameters set. */
    public <R> Mutiny.SelectionQuery<R> bind(Mutiny.SelectionQuery<R> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
