/**
 * What is on the topics: Avro records of every released version, and the codecs between them and the domain's records.
 *
 * <p>A fact has two shapes and no third: its Avro schema and its domain record. {@link studio.schema.AvroMapping} relates the two
 * field by field, so a new event needs a schema file and nothing else here.
 */
package studio.schema;
