package studio.domain.library;

import studio.domain.kernel.Name;

/**
 * A service that an image's processes call.
 *
 * @param service  which
 * @param host     the name under which they look for it
 * @param port     the port at which they look for it
 * @param optional whether they can do without
 */
public record RequiredService(ServiceName service, Name host, int port, boolean optional) {}
