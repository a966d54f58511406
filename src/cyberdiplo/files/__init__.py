"""Files of strangers as bytes: regular ones only, and of XML and archives nothing that could do harm."""
