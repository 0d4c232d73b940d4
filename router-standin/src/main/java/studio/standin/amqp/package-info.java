/** AMQP 1.0 connections: Qpid Proton-J's engine on Netty's channels, raw messages, partial deliveries, TLS and SASL. */
package studio.standin.amqp;
