/** Whether all who must trust a new authority do, so that it may sign for others. */
package studio.backbone.trust;
