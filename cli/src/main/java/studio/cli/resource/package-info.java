/** Everything that can be listed, shown and changed, by the words that people use for it. */
package studio.cli.resource;
