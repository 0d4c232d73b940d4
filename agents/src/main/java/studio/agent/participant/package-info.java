/** What a participant does at a terminal: the same as in the site console, over the same API. Start at {@link studio.agent.participant.SiteClient}. */
package studio.agent.participant;
