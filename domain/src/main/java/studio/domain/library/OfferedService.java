package studio.domain.library;

/**
 * A service that an image's processes answer.
 *
 * @param service which
 * @param port    the port on which they listen for it
 * @param scope   how far it reaches unless a network says otherwise
 */
public record OfferedService(ServiceName service, int port, ServiceScope scope) {}
