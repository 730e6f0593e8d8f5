package submission

import (
	"time"

	"yice/seal"
	"yice/text"
)

// identity asks the keyring whether the signer may hand in for this enterprise at the moment it was sealed.
func (c *checking) identity() {
	if c.o.Keys == nil {
		return
	}
	c.v.Identity = identityUnknown
	switch {
	case c.v.Signature == signatureNone:
		c.wrong("identity.unknown", "", text.FilingVerifyUnsigned)
		return
	case c.signer == nil:
		return // the signature is wrong, which is said
	}
	at, ok := c.s.seal.At()
	if !ok {
		at = time.Time{}
	}
	standing, holder, why := c.o.Keys.Judge(c.signer, seal.Filing, c.s.USCC, at)
	switch {
	case standing == seal.Trusted:
		c.v.Identity, c.v.Signer = identityTrusted, holder.Name
		if !why.Empty() {
			c.note("identity.revoked", why)
		}
	case standing == seal.Unknown:
		c.wrong("identity.unknown", signerEntry, why)
	case holder.RevokedOn != "" && ok && at.In(china).Format("2006-01-02") >= holder.RevokedOn:
		c.v.Identity = identityWrong
		c.wrong("identity.revoked", signerEntry, why)
	default:
		c.v.Identity = identityWrong
		c.wrong("identity.wrong", signerEntry, why)
	}
}
