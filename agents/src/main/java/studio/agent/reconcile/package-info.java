/** Makes a router what it is to be: observe, plan, apply, report. The plan is pure; everything with effects is here. */
package studio.agent.reconcile;
