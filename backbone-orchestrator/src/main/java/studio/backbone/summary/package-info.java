/** How a backbone and its networks do, in a few numbers. */
package studio.backbone.summary;
