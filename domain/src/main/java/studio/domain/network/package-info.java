/** Application networks: their life, their sites, and the application that is composed on them. */
package studio.domain.network;
