/** Writes the generated pages on what is on the topics, and keeps them fresh. */
package studio.schema.reference;
