package studio.testkit.server;

import java.net.URI;

/**
 * An Apicurio Registry.
 *
 * @param url its REST interface, such as {@code http://127.0.0.1:8080/apis/registry/v3}
 */
public record SchemaRegistry(URI url) {}
