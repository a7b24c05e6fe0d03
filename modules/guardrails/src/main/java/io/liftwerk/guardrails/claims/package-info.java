/**
 * Claims in what leaves. {@link io.liftwerk.guardrails.claims.ClaimRail} looks for what the
 * client's list forbids or allows, for words that a brand or a market forbids, for competitors, and
 * for the kinds of claims that need support wherever they are made ({@code claims.txt}); the market
 * says why ({@code io.liftwerk.guardrails.claims.MarketRules}).
 */
@NullMarked
package io.liftwerk.guardrails.claims;

import org.jspecify.annotations.NullMarked;
