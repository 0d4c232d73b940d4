/** What can go wrong, as RFC 9457 problems: one catalogue, and stable slugs. */
package studio.api.problem;
