/** Commands that show what there is, was and why. */
package studio.cli.read;
