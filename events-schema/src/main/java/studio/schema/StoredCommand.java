package studio.schema;

import studio.domain.kernel.Command;

/**
 * A command as it stands on the topic.
 *
 * @param type    its full name, {@code studio.commands.…}
 * @param meta    who asks, of which stream, since which revision
 * @param command what is asked
 */
public record StoredCommand(String type, CommandMeta meta, Command command) {}
