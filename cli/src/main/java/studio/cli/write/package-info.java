/** Commands that change something: one for each command of the REST interface. */
package studio.cli.write;
