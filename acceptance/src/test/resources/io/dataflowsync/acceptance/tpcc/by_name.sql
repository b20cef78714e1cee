SELECT w_name, w_tax, w_ytd FROM warehouse ORDER BY w_name;
SELECT i_name, i_price, i_data FROM item ORDER BY i_name;
SELECT w_name, d_id, d_name, d_tax, d_ytd, d_next_o_id FROM district JOIN warehouse ON w_id = d_w_id ORDER BY w_name, d_id;
SELECT w_name, c_d_id, c_id, c_last, c_credit, c_discount, c_balance, c_ytd_payment, c_payment_cnt, c_delivery_cnt, MD5(c_data) FROM customer JOIN warehouse ON w_id = c_w_id ORDER BY w_name, c_d_id, c_id;
SELECT c.w_name, h_c_d_id, h_c_id, w.w_name, h_d_id, h_date, h_amount, h_data FROM history JOIN warehouse c ON c.w_id = h_c_w_id JOIN warehouse w ON w.w_id = h_w_id ORDER BY 1, 2, 3, 4, 5, 6, 7, 8;
SELECT w_name, o_d_id, o_id, o_c_id, o_entry_d, o_carrier_id, o_ol_cnt, o_all_local FROM orders JOIN warehouse ON w_id = o_w_id ORDER BY w_name, o_d_id, o_id;
SELECT w_name, no_d_id, no_o_id FROM new_order JOIN warehouse ON w_id = no_w_id ORDER BY w_name, no_d_id, no_o_id;
SELECT w_name, i_name, s_quantity, s_ytd, s_order_cnt, s_remote_cnt, s_dist FROM stock JOIN warehouse ON w_id = s_w_id JOIN item ON i_id = s_i_id ORDER BY w_name, i_name;
SELECT w.w_name, ol_d_id, ol_o_id, ol_number, i_name, s.w_name, ol_delivery_d, ol_quantity, ol_amount, ol_dist_info FROM order_line JOIN warehouse w ON w.w_id = ol_w_id JOIN warehouse s ON s.w_id = ol_supply_w_id JOIN item ON i_id = ol_i_id ORDER BY 1, 2, 3, 4;
