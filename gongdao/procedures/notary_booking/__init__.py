"""A booking at a notary office, from the wish for a day to the certificate, a refusal or a review."""
