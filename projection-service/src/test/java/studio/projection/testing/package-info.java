/** What tests of the projection service need: histories as the command service would write them, a broker and a database. */
package studio.projection.testing;
