/** Who asks, and which installation: signing in and out, contexts. */
package studio.cli.login;
