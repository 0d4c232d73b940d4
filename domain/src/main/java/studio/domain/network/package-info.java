/**
 * The stream {@code network/{name}}: an application network's life, its sites, and the application that is composed on them.
 *
 * <p>Start with {@link studio.domain.network.NetworkCommand} for what can be asked,
 * {@link studio.domain.network.NetworkEvent} for what can happen, and {@link studio.domain.network.NetworkDecider} for what
 * leads from one to the other. A network may have 100,000 sites: no decision looks at all of them.
 */
package studio.domain.network;
