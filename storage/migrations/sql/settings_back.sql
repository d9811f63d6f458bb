-- No settings: every value is what the code says.

DROP FUNCTION sec.setting_history(text, integer);
DROP TABLE settings;
DROP FUNCTION sec.count_setting();
