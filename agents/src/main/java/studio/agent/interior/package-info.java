/** What the document of an interior site means for its router. */
package studio.agent.interior;
