/** A member site: what its participant accepted of its document, made to be by its router and its platform, and reported. */
package studio.agent.member;
