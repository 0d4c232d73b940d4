/** The schema registry: where everybody else finds the schemas of what is on the topics. */
package studio.schema.registry;
