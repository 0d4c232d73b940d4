/** How domain values look as JSON, in answers and in stores: words in kebab case, names and uids as strings, times as ISO 8601. */
package studio.api.json;
