/** What people and programs see of an entity: the JSON of answers. One view for each kind, made by {@link studio.api.view.Views}. */
package studio.api.view;
