/**
 * The stream {@code backbone/{name}}: an interior transit backbone with its sites, access points, links and certificates.
 *
 * <p>Start with {@link studio.domain.backbone.BackboneCommand} for what can be asked,
 * {@link studio.domain.backbone.BackboneEvent} for what can happen, and {@link studio.domain.backbone.BackboneDecider} for what
 * leads from one to the other.
 */
package studio.domain.backbone;
