/**
 * The stream {@code user/{username}}: a user with its roles and groups, its web sessions and its API tokens.
 *
 * <p>Passwords and personal data are not here: they live in the directory of the command service, where they can be erased.
 */
package studio.domain.user;
