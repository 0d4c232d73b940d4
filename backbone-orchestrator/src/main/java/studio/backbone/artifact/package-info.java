/** What is handed to those who run sites, so that these can join. */
package studio.backbone.artifact;
