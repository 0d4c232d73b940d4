/** The one table of stream types: what drives the processor, the codecs, the replays and the tests. */
package studio.domain;
