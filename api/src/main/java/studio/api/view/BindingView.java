package studio.api.view;

/**
 * An endpoint's part in a service link.
 *
 * @param link         the link
 * @param service      the link's service, `publisher/service`
 * @param role         what the endpoint does there: `offers` or `requires`
 * @param scope        how far the link's address reaches: `network`, `site-class` or `site`
 * @param distribution which of those who offer the service serves a connection: `balanced` or `closest`
 */
public record BindingView(RefView link, String service, String role, String scope, String distribution) {}
