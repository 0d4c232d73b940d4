/**
 * The planner: from the state of an application network's stream to what each of its sites is to have.
 *
 * <p>What sites are to have is cut into {@link studio.domain.plan.Item}s for {@link studio.domain.plan.Audience}s, so that a change for
 * a class of sites is one change, however many they are. {@link studio.domain.plan.Planner} plans an audience,
 * {@link studio.domain.plan.Concern} says which audiences an event concerns, {@link studio.domain.plan.Document} puts a site's items
 * together, and {@link studio.domain.plan.Why} says why something is not there.
 */
package studio.domain.plan;
