"""How good the forecast is: rolling windows of public yearly series, beside simple and known ways."""
