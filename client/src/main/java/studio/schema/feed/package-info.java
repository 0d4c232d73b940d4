/** How a feed's frames and what a site keeps of them are written: Avro, in the versions of the feed's protocol. */
package studio.schema.feed;
